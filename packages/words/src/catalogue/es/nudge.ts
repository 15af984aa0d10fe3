import type { Words } from '../../words.ts'

export const nudgeWords: Words['nudge'] = {
  title: 'Entre más rápido y con más seguridad',
  reason:
    'Su organización está pasando a las claves de acceso. Cree la suya ahora: lleva un minuto y, desde entonces, entrará con la huella, el rostro o el PIN.',
  next: 'Siguiente',
  others: 'Otras opciones',
  otherDevice: 'Usar un teléfono o una llave de seguridad',
  skip: 'Omitir por ahora',
  skipLeft: ({ left }) =>
    left === 1 ? 'Omitir por ahora (última vez)' : `Omitir por ahora (quedan ${left})`,
  last: 'Puede omitirlo una vez más. Después creará su clave de acceso antes de seguir; si no lo consigue, entrará de todos modos.',
  until: ({ day }) =>
    `Puede omitirlo hasta el ${day}. A partir de entonces creará su clave de acceso antes de seguir; si no lo consigue, entrará de todos modos.`,
  due: 'Ha llegado el momento: cree su clave de acceso antes de seguir.',
  dueHint: 'Si no lo consigue, podrá seguir sin ella.',
  failed: 'Omitir',
  failedHint: 'Esta vez puede seguir sin clave de acceso. No cuenta como omitido.',
}
