/** What is said where the next activity is proposed: in the day and in every detail. */
export const next = {
  isDone: (subject: string) => `“${subject}” is done`,
  nextFor: (title: string) => `Next for ${title}`,
  outcome: 'How did it go',
  outcomeHint: 'A line about it, if you like',
  planIt: 'Plan',
  notNow: 'Not now',
  proposal: (type: string, day: string) => `Proposed: ${type}, ${day}. Enter plans it, Escape does not.`,
  declined: 'Nothing planned',
  plannedFor: (subject: string, day: string) => `“${subject}” planned for ${day}`,
  inTwoDays: 'In two days',
  nextMonday: 'Next Monday',
  inAWeek: 'In a week',
};
