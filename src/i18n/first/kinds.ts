/** Kinds of activities: a card says that of one that has no subject. A part of the area `common`, for the board. */
export const kinds = { call: 'Call', meeting: 'Meeting', task: 'Task', deadline: 'Deadline', lunch: 'Lunch' };
