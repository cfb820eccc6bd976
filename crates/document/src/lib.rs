//! From a camera frame to an upload-ready page: quality and encoding.
