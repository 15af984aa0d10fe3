import type { policyProblems as english } from '../../problems/policy.ts'

/** Why the methods policy says no to a passkey. */
export const policyProblems: typeof english = {
  passkey_method_disabled: {
    title: 'Passkeys sind ausgeschaltet',
    reason: 'Ihre Organisation benutzt zurzeit keine Passkeys.',
    next: 'Melden Sie sich auf andere Weise an. Vorhandene Passkeys bleiben erhalten und funktionieren wieder, sobald sie eingeschaltet werden.',
    whoCanFix: 'administrator',
  },
  passkey_excluded: {
    title: 'Passkeys sind für Ihr Konto nicht vorgesehen',
    reason: 'Ihre Organisation hat Ihr Konto oder eine Ihrer Gruppen von Passkeys ausgenommen.',
    next: 'Melden Sie sich auf andere Weise an oder fragen Sie Ihren Helpdesk.',
    whoCanFix: 'administrator',
  },
  passkey_not_in_scope: {
    title: 'Passkeys stehen Ihnen noch nicht offen',
    reason: 'Ihre Organisation lässt manche Personen Passkeys benutzen. Ihr Konto ist noch nicht dabei.',
    next: 'Melden Sie sich auf andere Weise an oder fragen Sie Ihren Helpdesk, wann Sie an der Reihe sind.',
    whoCanFix: 'administrator',
  },
  passkey_guest: {
    title: 'Ihre Passkeys liegen anderswo',
    reason: 'Gäste haben ihre Passkeys bei ihrer eigenen Organisation.',
    next: 'Melden Sie sich über Ihre eigene Organisation an.',
    whoCanFix: 'you',
  },
  passkey_self_service_off: {
    title: 'Passkeys fügt hier nur die Administration hinzu',
    reason: 'In Ihrer Organisation kann man Passkeys nicht selbst hinzufügen.',
    next: 'Bitten Sie Ihren Helpdesk darum.',
    whoCanFix: 'helpDesk',
  },
  passkey_synced_not_allowed: {
    title: 'Synchronisierte Passkeys sind nicht erlaubt',
    reason:
      'Ihre Organisation nimmt nur Passkeys an, die auf einem Gerät bleiben. Dieser kann auf andere kopiert werden.',
    next: 'Erstellen Sie einen auf einem Sicherheitsschlüssel oder in einer App, die ihn auf einem Gerät behält.',
    whoCanFix: 'you',
  },
  passkey_device_bound_not_allowed: {
    title: 'Nur synchronisierte Passkeys sind erlaubt',
    reason: 'Ihre Organisation nimmt nur synchronisierte Passkeys an. Dieser bleibt auf einem Gerät.',
    next: 'Erstellen Sie einen mit dem Passwortmanager Ihres Telefons oder Computers.',
    whoCanFix: 'you',
  },
  passkey_model_not_allowed: {
    title: 'Diese Art von Passkey ist nicht erlaubt',
    reason: 'Ihre Organisation nimmt keine Passkeys aus dieser App oder diesem Sicherheitsschlüssel an.',
    next: 'Nehmen Sie eine andere App oder einen anderen Schlüssel, oder fragen Sie Ihren Helpdesk, was erlaubt ist.',
    whoCanFix: 'you',
  },
  passkey_device_revoked: {
    title: 'Das Gerät dieses Passkeys gilt nicht mehr',
    reason: 'Er wurde auf einem Gerät erstellt, das abgeschaltet ist oder entfernt wurde.',
    next: 'Melden Sie sich auf andere Weise an. Wird das Gerät wieder eingeschaltet, geht der Passkey; wurde es entfernt, löschen Sie den Passkey und registrieren Sie das Gerät neu.',
    whoCanFix: 'you',
  },
  passkey_link_needed: {
    title: 'Kein Browser kann diesen Passkey verwenden',
    reason: 'Nur ein verknüpfter Browser kann ihn verwenden, und keiner ist verknüpft.',
    next: 'Melden Sie sich auf andere Weise an, oder verknüpfen Sie wieder einen Browser mit dem Telefon: Dann geht der Passkey.',
    whoCanFix: 'you',
  },
  passkey_model_distrusted: {
    title: 'Mit dieser Art von Passkey stimmt etwas nicht',
    reason:
      'In der App oder dem Sicherheitsschlüssel ist ein Fehler bekannt, und Ihre Organisation nimmt keinen dieser Art an.',
    next: 'Melden Sie sich auf andere Weise an und bitten Sie Ihren Helpdesk um einen anderen Schlüssel.',
    whoCanFix: 'administrator',
  },
  passkey_not_attested: {
    title: 'Dieser Passkey kann nicht zeigen, was er ist',
    reason:
      'Ihre Organisation will einen Nachweis, welche App oder welcher Schlüssel einen Passkey erstellt hat. Dieser hat keinen gültigen geliefert.',
    next: 'Wenn Ihr Browser fragt, ob er Marke und Modell mitteilen darf, sagen Sie Ja. Sonst fragen Sie Ihren Helpdesk, was geeignet ist.',
    whoCanFix: 'you',
  },
  passkey_evidence_too_weak: {
    title: 'Dieser Passkey ist nicht gut genug geschützt',
    reason: 'Er hat gezeigt, was er ist, aber Ihre Organisation will den Schlüssel in sichererer Hardware.',
    next: 'Nehmen Sie einen Sicherheitsschlüssel oder fragen Sie Ihren Helpdesk, welche erlaubt sind.',
    whoCanFix: 'you',
  },
}
