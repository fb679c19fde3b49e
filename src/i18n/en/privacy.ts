/** What is known of one person: a copy of it, and its end. */
export const privacy = {
  copy: 'Save a copy of the data',
  copyName: (name: string) => `data of ${name}`,
  copied: (name: string) => `Everything that is known of ${name} is in the file.`,
  copyFailed: 'The records could not be read. No file was made.',
};
