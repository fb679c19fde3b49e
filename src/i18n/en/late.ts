/** What is said where a part of the program cannot be fetched. */
export const late = {
  notLoaded: 'This part could not be loaded. Check the connection, then try again.',
  retry: 'Try again',
};
