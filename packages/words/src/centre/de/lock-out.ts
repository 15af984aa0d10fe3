import type { CentreWords } from '../english.ts'

export const lockOut: CentreWords['lockOut'] = {
  see: 'Ansehen, wen das betrifft',
  looking: 'Alle werden angesehen …',
  title: (values: { readonly count: number }) =>
    values.count === 1 ? 'Das würde eine Person aussperren' : `Das würde ${values.count} Personen aussperren`,
  titleNobody: 'Niemand würde ausgesperrt',
  titleLast: 'Niemand könnte mehr verwalten',
  lead: 'Heute können sie sich anmelden oder sich selbst helfen. Nach dieser Änderung könnten sie beides nicht mehr.',
  leadNobody: 'Wer sich heute anmelden kann, könnte es weiterhin oder könnte sich selbst helfen.',
  leadNothing: 'Das würde nichts ändern.',
  leadLast:
    'Nach dieser Änderung könnte kein globaler Administrator mehr das Admin Center öffnen. Das lässt sich nicht bestätigen, denn niemand könnte es rückgängig machen. Nehmen Sie einen Administrator aus, oder verlangen Sie etwas, das einer von ihnen hat.',
  listed: 'Personen nach dem, was aus ihnen wird',
  outcome: {
    satisfied: 'melden sich an wie bisher',
    canEnrol: 'können sich selbst helfen',
    needsHelpDesk: 'brauchen den Helpdesk',
    blocked: 'kommen gar nicht hinein',
  },
  reason: {
    passkey: 'Muss zuerst einen Passkey hinzufügen und kann das.',
    passkeyByPass: 'Muss zuerst einen Passkey hinzufügen und kann das mit dem vorhandenen Pass.',
    totp: 'Muss zuerst Einmalcodes einrichten und kann das.',
    totpByPass: 'Muss zuerst Einmalcodes einrichten und kann das mit dem vorhandenen Pass.',
    push: 'Muss zuerst Bestätigungen am Telefon einrichten und kann das.',
    pushByPass: 'Muss zuerst Bestätigungen am Telefon einrichten und kann das mit dem vorhandenen Pass.',
    device: 'Muss zuerst den eigenen Browser als Gerät registrieren und kann das.',
    deviceByPass:
      'Muss zuerst den eigenen Browser als Gerät registrieren und kann das mit dem vorhandenen Pass.',
    compliance: 'Hat kein Gerät, das als konform gekennzeichnet ist. Das tut, wer die Geräte verwaltet.',
    needsHelpDesk:
      'Hat nichts, was genügt, und kann es nicht allein hinzufügen: braucht einen Temporary Access Pass.',
    blocked: 'Nichts, was jemand geben könnte, würde genügen.',
  },
  because: (values: { readonly policies: string }) => `Im Weg: ${values.policies}`,
  becauseMethods: 'Im Weg: welche Anmeldemethoden erlaubt sind',
  where: (values: { readonly place: string }) => `Wo zuletzt angemeldet: ${values.place}`,
  more: (values: { readonly count: number }) => `Und ${values.count} weitere. In der Liste stehen alle.`,
  exportAll: 'Liste herunterladen (CSV)',
  exporting: 'Die Liste wird geschrieben …',
  csv: {
    name: 'Anzeigename',
    userName: 'Benutzername',
    outcome: 'Was aus ihnen wird',
    reason: 'Warum',
    policies: 'Im Weg',
  },
  instead: {
    title: 'Was Sie stattdessen tun könnten',
    exclude: 'Nehmen Sie diese Personen mit einer Gruppe von der Regel aus, bis sie so weit sind.',
    watch: 'Erst nur beobachten: „nur berichten“ zeigt, wen es aufhalten würde, und hält niemanden auf.',
    passes: 'Stellen Sie vorher Temporary Access Passes aus, damit alle hinzufügen können, was sie brauchen.',
    watchNow: 'Als „nur berichten“ speichern',
  },
  loops: 'Diese Kombination führt nirgendwohin',
  acknowledge: (values: { readonly count: number }) =>
    values.count === 1
      ? 'Ich weiß, dass diese Person nicht hineinkommt, und helfe ihr'
      : `Ich weiß, dass diese ${values.count} Personen nicht hineinkommen, und helfe ihnen`,
  type: (values: { readonly count: number }) =>
    `Geben Sie die Zahl der Personen ein (${values.count}), um fortzufahren`,
  typeWrong: 'Das ist nicht die Zahl der Personen.',
  goOn: 'Speichern und aussperren',
  changed: 'Inzwischen hat sich die Liste geändert: Das sind die Personen jetzt.',
  loopAdvice: {
    pass_cannot_register: {
      happens:
        'Eine Anmeldemethode hinzuzufügen verlangt eine Stärke, die kein Temporary Access Pass erfüllt: Wer nur einen Pass hat, kommt nie zu einem ersten Passkey.',
      instead: 'Nennen Sie dafür eine Stärke, die auch einen Pass annimmt.',
    },
    registration_not_excepted: {
      happens:
        'Die Stärke für alle Apps gilt auch für das Hinzufügen einer Anmeldemethode: Wer das Nötige nicht hat, soll es anlegen und kann es nicht.',
      instead:
        'Fügen Sie eine Richtlinie für das Hinzufügen von Anmeldemethoden hinzu, deren Stärke einen Pass annimmt. Es gibt eine Vorlage.',
    },
    registration_closed: {
      happens: 'Niemand kann irgendwo eine Anmeldemethode hinzufügen.',
      instead:
        'Engen Sie die Richtlinie ein: auf nicht vertrauenswürdige Orte, oder auf Personen, die ihre Methoden haben.',
    },
    strength_unreachable: {
      happens: 'Die Stärke nimmt nur Methoden an, die für alle ausgeschaltet sind.',
      instead: 'Schalten Sie eine davon ein, oder nehmen Sie eine eingeschaltete in die Stärke auf.',
    },
    models_disjoint: {
      happens:
        'Die Stärke nimmt Passkeys bestimmter Modelle an, und kein Passkey-Profil lässt eines davon zu.',
      instead: 'Lassen Sie diese Modelle in einem Profil zu, oder nennen Sie zugelassene Modelle.',
    },
    models_not_asked_for: {
      happens:
        'Die Stärke nimmt Passkeys mit nachgewiesenem Modell an, und kein Profil verlangt den Nachweis.',
      instead: 'Schalten Sie den Nachweis in dem Profil ein, das diese Modelle zulässt.',
    },
    self_service_off: {
      happens: 'Nur Passkeys genügen, und niemand darf selbst welche hinzufügen.',
      instead: 'Erlauben Sie das Hinzufügen, oder geben Sie zuerst allen einen Passkey.',
    },
    compliance_unknown: {
      happens:
        'Ein konformes Gerät wird verlangt, und nichts sagt, welche Geräte konform sind: Niemand kommt hinein.',
      instead:
        'Lassen Sie das zuerst Ihre Geräteverwaltung melden, oder lassen Sie stattdessen eine Stärke genügen.',
    },
    control_unavailable: {
      happens: 'Die Richtlinie nimmt nur an, was es hier nicht gibt: Niemand kommt hinein.',
      instead: 'Entfernen Sie das, oder lassen Sie stattdessen eine Stärke genügen.',
    },
    every_administrator_blocked: {
      happens: 'Alle Administratoren bleiben immer vom Admin Center ausgeschlossen.',
      instead: 'Nehmen Sie die aus, die es behalten sollen, oder engen Sie die Richtlinie ein.',
    },
    frequency_against_once: {
      happens:
        'Das Hinzufügen verlangt jedes Mal einen neuen Nachweis, und ein Pass gilt einmal: Wer länger als fünf Minuten braucht, beginnt ohne Pass von vorn.',
      instead: 'Fragen Sie nach einer Stunde erneut, oder lassen Sie Pässe mehrmals gelten.',
    },
    no_trusted_network: {
      happens:
        'Die Richtlinie spricht von vertrauenswürdigen Orten, und es gibt keinen: Sie gilt überall oder nirgends.',
      instead: 'Benennen Sie Ihre Netze als Ort und kennzeichnen Sie ihn als vertrauenswürdig.',
    },
  },
}
