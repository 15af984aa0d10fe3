/** What an app is permitted where it may read everybody in the directory. */
export const peopleReaders = [
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]
