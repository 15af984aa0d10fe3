import { Card, PhoneScreen, QrCode, ScanPicture } from '../src/index.ts'

/** What we draw. */
export function Pictures() {
  return (
    <Card title="Pictures">
      <div className="flex flex-wrap items-start gap-6">
        <PhoneScreen
          title="General"
          rows={[{ label: 'AutoFill & Passwords', control: 'opens', marked: true }]}
          others={{ before: 2, after: 2 }}
          label="General, AutoFill & Passwords"
        />
        <PhoneScreen
          title="Passwords, passkeys, and autofill"
          rows={[
            { label: 'AutoFill Passwords and Passkeys', control: 'on' },
            { label: 'Contoso Authenticator', control: 'on', marked: true },
            { label: 'Set Up Codes In', control: 'opens' },
            { label: 'Contoso Authenticator', control: 'chosen' },
          ]}
          label="AutoFill & Passwords, Contoso Authenticator"
        />
        <ScanPicture label="A phone that scans a code on a computer" />
        <QrCode size={7} path="M1 1h2v2h-2zM4 1h2v2h-2zM1 4h2v2h-2zM5 5h1v1h-1z" label="A code" />
      </div>
    </Card>
  )
}
