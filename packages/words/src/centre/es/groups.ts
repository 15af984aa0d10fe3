import type { CentreWords } from '../english.ts'

export const groups: CentreWords['groups'] = {
  title: 'Grupos',
  lead: 'Conjuntos de personas que las reglas y las aplicaciones pueden nombrar.',
  add: 'Crear un grupo',
  search: 'Buscar un grupo',
  name: 'Nombre',
  description: 'Descripción',
  created: 'Creación',
  none: 'Ningún grupo',
  noneLead: 'Con un grupo, una regla o una aplicación vale para muchas personas a la vez.',
  back: 'Todos los grupos',
  members: 'Miembros',
  noMembers: 'Todavía no tiene a nadie.',
  addMembers: 'Añadir personas',
  whom: 'A quién añadir',
  takeOut: 'Quitar',
  remove: 'Eliminar el grupo',
  removeTitle: (values) => `¿Eliminar el grupo «${values.name}»?`,
  removeLead: 'Las personas se quedan. Las reglas y aplicaciones que lo nombran dejan de alcanzarlas por él.',
  removed: 'Grupo eliminado.',
  open: 'Ver en la lista de personas',
}
