/** So many new decisions of people ask for a new model. */
export const newDecisions = 50;
/** With fewer decisions than this in all, memory knows as much as a model could. */
export const fewestDecisions = 200;
