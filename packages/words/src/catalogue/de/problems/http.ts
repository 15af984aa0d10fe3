import type { httpProblems as english } from '../../problems/http.ts'

/** What can be wrong with a request as such, and with us. */
export const httpProblems: typeof english = {
  fault: {
    title: 'Bei uns ist etwas schiefgegangen',
    reason:
      'Der Server ist auf einen Fehler gestoßen, mit dem er nicht gerechnet hat. An Ihnen liegt es nicht.',
    next: 'Versuchen Sie es in einer Minute erneut. Wenn es wieder geschieht, nennen Sie Ihrem Helpdesk die Referenz unten.',
    whoCanFix: 'operator',
  },
  page_not_found: {
    title: 'Diese Seite gibt es nicht',
    reason: 'Die Adresse ist falsch, oder die Seite ist umgezogen.',
    next: 'Prüfen Sie die Adresse oder gehen Sie dorthin zurück, wo Sie herkamen.',
    whoCanFix: 'you',
  },
  cross_origin: {
    title: 'Diese Anfrage kam von anderswo',
    reason: 'Ihr Browser sagt, dass eine andere Website darum gebeten hat. Wir haben sie nicht ausgeführt.',
    next: 'Öffnen Sie unsere Seite selbst und versuchen Sie es dort.',
    whoCanFix: 'you',
  },
  request_unreadable: {
    title: 'Die Anfrage war nicht zu lesen',
    reason: 'Was Ihr Browser geschickt hat, war unvollständig oder zu groß.',
    next: 'Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    whoCanFix: 'you',
  },
  flow_stale: {
    title: 'Diese Seite ist zu alt',
    reason:
      'Sie wurde vor über einer Stunde oder in einem anderen Browser geöffnet, oder Ihr Browser behält keine Cookies. Verloren ist nichts.',
    next: 'Gehen Sie zurück zu der App, aus der Sie kamen, und melden Sie sich neu an, oder beginnen Sie hier.',
    whoCanFix: 'you',
  },
  domain_needed: {
    title: 'Geben Sie die ganze Adresse ein',
    reason: 'Der Teil nach dem @ sagt, zu welcher Organisation Sie gehören.',
    next: 'Ergänzen Sie ihn, wie in name@example.com, und versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  unavailable: {
    title: 'Wir sind noch nicht so weit',
    reason: 'Der Server startet gerade oder wird angehalten.',
    next: 'Versuchen Sie es in einer Minute erneut.',
    whoCanFix: 'operator',
  },
}
