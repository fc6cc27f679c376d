import { createToaster } from '@chakra-ui/react';

/** Says what was done. Errors are shown where they happened, never only here. */
export const toaster = createToaster({ placement: 'bottom-end', pauseOnPageIdle: true, max: 3 });
