/** The civil day on which the demonstration opens: a week before the law of 18 December 2023. */
export const DATE_DEMONSTRATION = '2023-12-15';
