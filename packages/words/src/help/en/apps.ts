/** What goes wrong between apps and us, and between programs and the API. */
export const apps = {
  app_misconfigured: {
    title: 'The app asks in a wrong way',
    reason: 'Its request to sign you in does not fit what is registered for it here. It is not your doing.',
    next: 'Go back to the app and try again. If it stays, send its makers the technical line of the page.',
  },
  app_must_ask_again: {
    title: 'The app has to let you sign in again',
    reason:
      'What the app holds of your sign-in is used up or over, and it tried to go on without asking you.',
    next: 'Close the app and open it again. An app that does not send you to sign in then needs its makers.',
  },
  app_code_over: {
    title: 'The code of the device is over',
    reason: 'It was not typed in time, was used already, or nobody has typed it yet.',
    next: 'Let the device or program show a new code, and type that one.',
  },
  access_denied: {
    title: 'The app was told no',
    reason: 'Somebody chose to cancel, or a rule does not let you use this app.',
    next: 'If you cancelled, start again from the app. If not, ask your help desk.',
  },
  api_request_wrong: {
    title: 'The API cannot use this request',
    reason:
      'A property, a filter or the size of the request is not what the API takes. The message names it.',
    next: 'Correct what the message names. The reference of the API says what each path takes.',
  },
  api_token_wrong: {
    title: 'The access token does not count',
    reason: 'It is over, is for another audience, or was revoked with its session.',
    next: 'Ask for a new token for the API, and send it as bearer token.',
  },
  api_permission_missing: {
    title: 'The app or person lacks a permission',
    reason: 'The token has no scope or role for this, or the person who is signed in lacks the role.',
    next: 'An administrator agrees to the permission, or gives the person the role. Then ask for a new token.',
  },
  api_proof_needed: {
    title: 'The API wants a fresh or stronger proof',
    reason: 'A rule asks more for this call than was proven. The answer carries a claims challenge.',
    next: 'Send the person to sign in with the claims of the challenge, and call again with the new token.',
  },
  api_not_here: {
    title: 'The API does not have this operation',
    reason: 'The path exists under another method, or stands in the documents of others and not here.',
    next: 'Look up in the reference of the API which operations there are.',
  },
  api_throttled: {
    title: 'The API was asked too often',
    reason: 'Each app and person may ask so much a second, so that one in a loop stops nobody else.',
    next: 'Wait as long as Retry-After says, then go on more slowly.',
  },
  metadata_refused: {
    title: 'The list of security keys was not taken',
    reason:
      'The FIDO metadata has no source, could not be fetched, is damaged or older than what is there, or its signature leads nowhere.',
    next: 'Download it again from the FIDO Alliance. What was there before still counts.',
  },
}
