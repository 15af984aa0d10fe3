import { identityProvider } from './identity-provider.ts'
import { readSampleConfig } from './sample-config.ts'
import { sampleServer } from './sample-server.ts'
import { sampleSessions } from './sample-sessions.ts'

const config = readSampleConfig(process.env)
const server = sampleServer({ config, provider: identityProvider(config), sessions: sampleSessions() })

server.listen(Number(config.url.port), config.url.hostname, () => {
  console.log(`${config.name} is at ${config.url.origin}`)
  // Whoever started us may be waiting to hear it.
  process.send?.('listening')
})
process.once('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))
