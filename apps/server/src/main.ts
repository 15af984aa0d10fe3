import { runCommand } from './cli/run-command.ts'

process.exitCode = await runCommand(process.argv.slice(2), {
  variables: process.env,
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
})
