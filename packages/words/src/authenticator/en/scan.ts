/** The Authenticator, about scanning QR codes. */
export const scan = {
  title: 'Scan a QR code',
  lead: 'Hold it in front of the camera. Nothing is opened before you have said so.',
  picture: 'What the camera sees',
  starting: 'The camera is starting …',
  looking: 'Looking for a QR code …',
  again: 'Scan another one',
  noCameraTitle: 'The camera cannot be used',
  noCamera: 'Allow this page to use the camera, in your browser’s settings for this site, then try again.',
  passkeyTitle: 'Use your phone’s camera app',
  passkeyLead:
    'This QR code signs somebody in with a passkey. Only your phone’s camera app can make sure that the other device is close to you. Go on only if the code is on a device in front of you that you are using.',
  otherTitle: 'This belongs to another organisation',
  otherLead: (values: { readonly host: string }) =>
    `The code is from ${values.host}, which has an Authenticator of its own.`,
  otherOpen: (values: { readonly host: string }) => `Go to ${values.host}`,
  accountTitle: 'Add a work or school account?',
  accountLead: 'The code is from your organisation. You sign in next.',
  unknownTitle: 'This code is not for this app',
  unknownLead: 'It neither adds an account nor makes one-time codes.',
  signIn: 'Sign in',
}
