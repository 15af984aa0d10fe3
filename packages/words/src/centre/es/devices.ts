import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {
  title: 'Dispositivos',
  lead: 'Los dispositivos se registran en Latchkey Authenticator; su gestión de dispositivos dice si están en regla. Las reglas sobre dispositivos miran ambas cosas.',
  compliant: 'Conforme',
  notCompliant: 'No conforme',
  unknown: 'Conformidad desconocida',
  on: 'Activado',
  off: 'Desactivado',
  switchOn: 'Activar',
  switchOff: 'Desactivar',
  markCompliant: 'Marcar conforme',
  markNotCompliant: 'Marcar no conforme',
  remove: 'Eliminar',
  removeTitle: (values) => `¿Eliminar «${values.name}»?`,
  removeLead:
    'Las claves de acceso creadas en él ya no inician sesión, y las reglas que piden un dispositivo conforme dejan de admitirlo.',
  none: 'Ningún dispositivo',
  noneLead: 'Se registran en Latchkey Authenticator, o su gestión de dispositivos los añade mediante la API.',
  owner: (values) => `Registrado por ${values.name}`,
  surface: {
    extension: 'Extensión del navegador',
    phoneApp: 'Aplicación en un teléfono',
    agent: 'Aplicación en Linux',
  },
  version: (values) => `versión ${values.version}`,
  evidence: { software: 'Claves en software', tpm: 'Claves en un TPM, según el dispositivo' },
  certificate: (values) => `Certificado hasta ${values.time}`,
  seen: (values) => `visto ${values.time}`,
  expired: 'Certificado caducado',
  blocked: 'Claves de acceso bloqueadas',
  offTitle: (values) => `¿Desactivar «${values.name}»?`,
  offLead:
    'Las claves de acceso creadas en él no inician sesión hasta que se vuelva a activar. Su dueño recibe un correo.',
  versions: {
    open: 'Versiones',
    title: 'Versiones más antiguas que se admiten',
    lead: 'Por debajo no se registra ningún dispositivo ni se crea ninguna clave de acceso; se pide actualizar. Vacío: cualquier versión.',
    hint: 'Por ejemplo 1.4.0',
    saved: 'Guardado.',
  },
}
