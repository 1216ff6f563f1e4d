/** The descriptor that a stand-in started by a test shares with its browser, which may outlive it a moment. */
export const LIFELINE = 4;
