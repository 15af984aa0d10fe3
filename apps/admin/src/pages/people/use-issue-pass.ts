import { useClient } from '@latchkey/front'
import type { PassChoice } from './pass-fields.tsx'
import type { IssuedPass } from './person.ts'

/** Issue a pass to somebody; or take what they have, and then issue one. */
export function useIssuePass(userId: string) {
  const client = useClient()
  const toBody = ({ minutes, once }: PassChoice) => ({ lifetimeInMinutes: minutes, isUsableOnce: once })
  return {
    issue: (choice: PassChoice) =>
      client.send<IssuedPass>('POST', `/users/${userId}/authentication/temporaryAccessPassMethods`, {
        body: toBody(choice),
      }),
    requireAgain: (choice: PassChoice) =>
      client.send<IssuedPass>('POST', `/latchkey/people/${userId}/requireAgain`, { body: toBody(choice) }),
  }
}
