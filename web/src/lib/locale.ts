/** The words on screen are English; so are its dates and separators, whatever the browser speaks. */
export const locale = 'en-GB';
