use super::*;

#[test]
fn names_are_sorted_so_that_they_are_found() {
    assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name));
    assert!(RULES.iter().all(|rule| find(rule.name).is_some_and(|found| found.name == rule.name)));
    assert!(find("to_bits").is_none());
}
