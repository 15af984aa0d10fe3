/** Security info around its pages. */
export const shell = {
  title: 'Security info',
  places: {
    methods: 'Ways to sign in',
    activity: 'Recent activity',
    sessions: 'Where you are signed in',
    devices: 'Your devices',
    apps: 'My apps',
    newPhone: 'New phone',
    administration: 'Administration',
  },
}
