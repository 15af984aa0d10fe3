/** What systems call their settings, as it stands on the screen. */
export const labels = {
  signInOptions: 'Sign-in options',
  iosAutofill: 'AutoFill & Passwords',
  androidPasswords: 'Passwords & accounts',
  samsungManagement: 'General management',
  samsungPasswords: 'Passwords, passkeys, and autofill',
}
