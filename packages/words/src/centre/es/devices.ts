import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {
  title: 'Dispositivos',
  lead: 'Las reglas sobre dispositivos miran lo que dice su gestión de dispositivos.',
  compliant: 'Conforme',
  notCompliant: 'No conforme',
  unknown: 'Desconocido',
  on: 'Activado',
  off: 'Desactivado',
  switchOn: 'Activar',
  switchOff: 'Desactivar',
  markCompliant: 'Marcar conforme',
  markNotCompliant: 'Marcar no conforme',
  remove: 'Eliminar',
  removeTitle: (values) => `¿Eliminar «${values.name}»?`,
  removeLead: 'Las reglas que piden un dispositivo conforme dejan de admitirlo.',
  none: 'Ningún dispositivo',
  noneLead: 'Su gestión de dispositivos los añade mediante la API.',
}
