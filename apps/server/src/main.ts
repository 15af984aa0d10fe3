import { runOne, type Terminal } from './cli/run-one.ts'

const argv = process.argv.slice(2)
const terminal: Terminal = {
  variables: process.env,
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
}
// What runs for long loads itself alone: the server without the other commands, the tunnel service without the server.
const [command = '', ...options] = argv
if (command === 'serve') {
  process.exitCode = await runOne((await import('./cli/serve.ts')).serve, options, terminal)
} else if (command === 'tunnel') {
  process.exitCode = await runOne((await import('./cli/tunnel.ts')).tunnel, options, terminal)
} else {
  process.exitCode = await (await import('./cli/run-command.ts')).runCommand(argv, terminal)
}
