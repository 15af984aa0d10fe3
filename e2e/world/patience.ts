/**
 * How long a story waits for what has to come, in milliseconds. Generous: it is only ever spent where something is wrong,
 * and a machine that stands still for a while is not what a story is about.
 */
export const patience = 30_000
