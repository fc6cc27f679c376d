/** The words of FinFlow are English; so are its dates and separators, whatever the browser or the machine speaks. */
export const locale = 'en-GB';
