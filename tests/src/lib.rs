//! Whole-product tests: obstacles, journeys in the real window, faults.
