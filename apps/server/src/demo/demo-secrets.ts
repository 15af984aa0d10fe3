import { z } from 'zod'
import type { ServerDeps } from '../server-deps.ts'

/** What a demo must be able to print again. Made at random for each demo. */
const DemoSecrets = z.object({
  /** By user name. */
  passes: z.record(z.string(), z.string()),
  passwordAndCode: z.object({ password: z.string(), totpSecret: z.string() }).optional(),
  /** By the name of the app. */
  appSecrets: z.record(z.string(), z.string()),
})

export type DemoSecrets = z.infer<typeof DemoSecrets>

const instanceName = 'demo-secrets'

/** Read what an earlier start of the demo kept, sealed, in the database. */
export async function readDemoSecrets({ stores, keyring }: ServerDeps): Promise<DemoSecrets> {
  const sealed = await stores.instance.find(instanceName)
  if (sealed === undefined) return { passes: {}, appSecrets: {} }
  const opened = keyring.open('demo', Buffer.from(sealed, 'base64url'), new Uint8Array())
  return DemoSecrets.parse(JSON.parse(Buffer.from(opened).toString('utf8')))
}

export async function putDemoSecrets({ stores, keyring }: ServerDeps, secrets: DemoSecrets): Promise<void> {
  const sealed = keyring.seal('demo', Buffer.from(JSON.stringify(secrets)), new Uint8Array())
  await stores.instance.put(instanceName, Buffer.from(sealed).toString('base64url'))
}
