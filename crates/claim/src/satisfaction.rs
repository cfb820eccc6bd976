//! Satisfaction as the nine elements of the SKM (Permen PANRB 14/2017): answers 1 to 4, value 25 to 100.

/// The nine elements, in the order of the regulation.
pub const ELEMENTS: [&str; 9] = [
    "requirements",
    "procedure",
    "time",
    "cost",
    "product",
    "competence",
    "conduct",
    "complaints",
    "facilities",
];

/// The one tap at the end; not an element of the regulation.
pub const OVERALL: &str = "overall";

/// Answers to one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Element, or [`OVERALL`].
    pub element: String,
    /// How many answered.
    pub count: u64,
    /// Sum of the answers, each 1 to 4.
    pub sum: u64,
}

impl Answers {
    /// Mean times 25: 25 to 100; `None` without answers.
    pub fn value(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64 * 25.0)
    }
}

/// The value of the service unit: the mean of the elements that were answered, each with the same weight.
pub fn value(answers: &[Answers]) -> Option<f64> {
    let elements = answers.iter().filter(|of| ELEMENTS.contains(&of.element.as_str()));
    let values: Vec<f64> = elements.filter_map(Answers::value).collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Grade of a value: A from 88.31, B from 76.61, C from 65, else D.
pub fn grade(value: f64) -> char {
    // The regulation grades values with two decimals.
    match (value * 100.0).round() {
        8831.0.. => 'A',
        7661.0.. => 'B',
        6500.0.. => 'C',
        _ => 'D',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(element: &str, count: u64, sum: u64) -> Answers {
        Answers { element: element.into(), count, sum }
    }

    #[test]
    fn elements_weigh_the_same_however_many_answered() {
        let all = [of("requirements", 1, 4), of("time", 100, 300), of(OVERALL, 9, 9), of("cost", 0, 0)];
        assert_eq!(value(&all), Some(87.5));
        assert_eq!(value(&[of(OVERALL, 9, 9)]), None);
    }

    #[test]
    fn grades_begin_where_the_regulation_says() {
        let grades = [25.0, 64.99, 65.0, 76.60, 76.61, 88.30, 88.31, 100.0].map(grade);
        assert_eq!(grades, ['D', 'D', 'C', 'C', 'B', 'B', 'A', 'A']);
    }
}
