/**
 * A part of the area `common`, for the board: kinds of activities, since a card says that of one that has no subject, and what cards
 * can be sorted by beyond what the inbox has columns of.
 */
export const kinds = {
  call: 'Call',
  meeting: 'Meeting',
  task: 'Task',
  deadline: 'Deadline',
  lunch: 'Lunch',
  title: 'Title',
  expectedClose: 'Expected close',
};
