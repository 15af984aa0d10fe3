/** What became of the old phone. */
export type PhoneSituation = 'atHand' | 'gone' | 'wiped'

/** The steps there are. Their words stand in the catalogue, under the same names. */
export type NewPhoneStepId =
  | 'keepOld'
  | 'addWithOld'
  | 'tryNew'
  | 'removeOld'
  | 'endSessions'
  | 'restoreSynced'
  | 'useOther'
  | 'askForPass'
  | 'callHelpDesk'
  | 'signInWithPass'
  | 'addNew'
  | 'addSecond'

/** One step, and where it is done, if that is a page of ours. */
export interface NewPhoneStep {
  readonly id: NewPhoneStepId
  readonly place?: 'add' | 'methods' | 'sessions' | 'requestPass'
}

/** What is known of somebody with a new phone. */
export interface NewPhoneFacts {
  readonly situation: PhoneSituation
  /** They are signed in, or can be without the phone: by another passkey, or by a pass they have. */
  readonly otherWayIn: boolean
  /** Whether the organisation takes requests for passes. */
  readonly requestsOpen: boolean
}

/**
 * Plan the way from an old phone to a new one, in steps.
 *
 * With the old phone at hand, it vouches for the new one and goes last. Without it, the way leads over another passkey or
 * the help desk; of a phone that is in strange hands the sessions are ended first, of one that was wiped there are none,
 * but what was synced comes back by itself.
 */
export function planNewPhone({
  situation,
  otherWayIn,
  requestsOpen,
}: NewPhoneFacts): readonly NewPhoneStep[] {
  if (situation === 'atHand') {
    return [
      { id: 'keepOld' },
      { id: 'addWithOld', place: 'add' },
      { id: 'tryNew' },
      { id: 'removeOld', place: 'methods' },
    ]
  }
  const ask: NewPhoneStep = requestsOpen ? { id: 'askForPass', place: 'requestPass' } : { id: 'callHelpDesk' }
  const wayIn: readonly NewPhoneStep[] = otherWayIn ? [{ id: 'useOther' }] : [ask, { id: 'signInWithPass' }]
  return [
    ...(situation === 'wiped' ? ([{ id: 'restoreSynced' }] as const) : []),
    ...wayIn,
    ...(situation === 'gone' ? ([{ id: 'endSessions', place: 'sessions' }] as const) : []),
    { id: 'addNew', place: 'add' },
    { id: 'removeOld', place: 'methods' },
    { id: 'addSecond', place: 'add' },
  ]
}

/** What the help desk does at the other end of the line, in order. */
export type HelpDeskStepId = 'verify' | 'givePass' | 'stay' | 'removeOld' | 'endSessions'

/** Plan a call from lost phone to working passkey, for the help desk. */
export function planHelpDeskCall({ situation }: Pick<NewPhoneFacts, 'situation'>): readonly HelpDeskStepId[] {
  const call = ['verify', 'givePass', 'stay', 'removeOld'] as const
  return situation === 'gone' ? [...call, 'endSessions'] : call
}
