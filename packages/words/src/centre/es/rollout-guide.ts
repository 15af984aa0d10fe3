import type { CentreWords } from '../english.ts'

export const rolloutGuide: CentreWords['rolloutGuide'] = {
  title: 'Guía',
  lead: 'Una sola dirección para todos: cada persona lee los pasos para lo que tiene en la mano y para lo que permiten sus reglas.',
  open: 'Abrir la guía',
  copy: 'Copiar',
  copied: 'Copiado',
  newer: {
    title: ({ system, version }) => `${system} ${version} es más reciente que la guía`,
    about: ({ count }) =>
      count === 1
        ? 'Una visita hasta ahora. Pruebe allí los pasos y cambie lo que se lea de otra forma.'
        : `${count} visitas hasta ahora. Pruebe allí los pasos y cambie lo que se lea de otra forma.`,
    dismiss: 'Ya lo he mirado',
  },
  choose: {
    title: '¿La guía de quién?',
    lead: 'Recórrala para cualquier dispositivo y cualquier persona. Sin grupo es lo que ve un desconocido.',
    device: 'Dispositivo',
    devices: {
      iphone: 'iPhone',
      'iphone 17': 'iPhone con iOS 17',
      ipad: 'iPad',
      samsung: 'Samsung Galaxy',
      pixel: 'Google Pixel',
      android: 'Otro teléfono Android',
      windows: 'Windows 11',
      'windows 10': 'Windows 10',
      mac: 'Mac',
      chromebook: 'Chromebook',
      linux: 'Linux',
    },
    account: 'Situación',
    accounts: {
      existing: 'Ya inicia sesión',
      firstDay: 'Primer día, con un pase',
      newPhone: 'Teléfono nuevo',
    },
    language: 'Idioma',
    groups: 'En los grupos',
  },
  player: {
    title: ({ device }) => `Lo que se ve con este dispositivo: ${device}`,
    way: 'Dónde se guarda la clave de acceso',
    at: ({ step, of }) => `Paso ${step} de ${of}`,
    back: 'Atrás',
    next: 'Siguiente',
    first: 'Este es el primer paso.',
    last: 'Este es el último paso.',
    picture: ({ title }) => `La imagen junto al paso: ${title}`,
    noPicture: 'Este paso no tiene imagen.',
  },
  pilot: {
    title: ({ device }) => `Cómo le fue al piloto con esto: ${device}`,
    lead: ({ people, notes }) =>
      `Lo ${people === 1 ? 'ha probado 1 persona' : `han probado ${people} personas`}, ${notes === 1 ? '1 nota' : `${notes} notas`}. Una nota es sobre una persona: si tiene varios dispositivos, figura en cada uno.`,
    nobody: 'Nadie del piloto lo ha probado aún con este dispositivo.',
    noNote: 'Sin nota.',
    elsewhere: ({ notes }) =>
      `${notes === 1 ? '1 nota es' : `${notes} notas son`} sobre personas que no han probado este dispositivo.`,
    open: 'Ir al piloto',
  },
  edit: {
    open: 'Cambiar este paso',
    title: 'Cambiar este paso',
    lead: 'Así lo leen todos los de su organización que llegan a él, en este idioma.',
    heading: 'Título',
    lines: 'Qué hacer',
    linesHint: 'Una instrucción por línea, ocho como máximo.',
    hint: 'Qué más conviene saber',
    picture: 'Imagen',
    choosePicture: 'Elegir una imagen',
    pictureHint: 'PNG, JPEG o WebP, hasta 1 MB. Se guarda al momento.',
    reset: 'Volver a nuestro texto y nuestra imagen',
    wasReset: 'El paso vuelve a ser el nuestro.',
    incomplete: 'Necesita un título y al menos una instrucción.',
    ownText: 'Su texto',
    ownPicture: 'Su imagen',
  },
}
