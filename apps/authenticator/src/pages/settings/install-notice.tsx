import { Button, Notice } from '@latchkey/ui'
import { useState } from 'react'
import { takeInstallPrompt } from '../../install-prompt.ts'
import { useSaid } from '../../said.ts'

/** Offers to put the app on the home screen, where the browser can do that. */
export function InstallNotice() {
  const { shell } = useSaid()
  const [prompt, setPrompt] = useState(takeInstallPrompt)
  if (prompt === undefined) return null
  return (
    <Notice
      title={shell.installTitle}
      actions={
        <Button
          onClick={async () => {
            await prompt.prompt()
            setPrompt(undefined)
          }}
        >
          {shell.install}
        </Button>
      }
    >
      {shell.installLead}
    </Notice>
  )
}
