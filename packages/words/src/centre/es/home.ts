import type { CentreWords } from '../english.ts'

export const home: CentreWords['home'] = {
  title: 'Inicio',
  counted: ({ time }) => `Contado ${time}.`,
  attention: {
    title: 'Lo que necesita atención',
    nothing: 'Nada necesita su atención',
    nothingLead: 'Los modelos de llaves están en regla, nada vence pronto y nadie espera.',
    look: 'Ver',
    now: 'Ahora',
    soon: 'Pronto',
    badModel: ({ name }) => `Hay un problema con ${name}`,
    badModelAbout: ({ count, statuses }) =>
      `${count === 1 ? '1 persona tiene' : `${count} personas tienen`} una clave de acceso de este modelo. Los metadatos dicen: ${statuses}.`,
    onlyPhishable: ({ count }) =>
      count === 1
        ? '1 persona no tiene nada que resista el phishing'
        : `${count} personas no tienen nada que resista el phishing`,
    onlyPhishableAbout: 'Tienen una contraseña o códigos, y todavía ninguna clave de acceso.',
    passesInUse: ({ count }) =>
      count === 1 ? '1 Temporary Access Pass está vigente' : `${count} Temporary Access Pass están vigentes`,
    passesAbout: ({ time }) => `El próximo termina ${time}.`,
    requestsWaiting: ({ count }) =>
      count === 1 ? '1 solicitud de pase espera' : `${count} solicitudes de pase esperan`,
    requestsAbout: ({ time }) => `La más antigua llegó ${time}.`,
    wouldFail: ({ name }) => `«${name}» detendría inicios de sesión si estuviera activa`,
    wouldFailAbout: ({ signIns, people }) =>
      `En los últimos 7 días: ${signIns === 1 ? '1 inicio de sesión' : `${signIns} inicios de sesión`} de ${people === 1 ? '1 persona' : `${people} personas`}. La regla solo se observa.`,
    ends: {
      trustRoot: ({ name }) => `El certificado de confianza «${name}» vence`,
      deviceCa: 'El certificado en que se apoya Latchkey Authenticator vence',
      serverCertificate: 'El certificado de este servidor vence',
      metadata: 'No han llegado metadatos nuevos sobre los modelos de llaves',
    },
    endsAt: ({ time }) => `Vence ${time}.`,
    ended: ({ time }) => `Desde ${time}.`,
    streamFailing: ({ name }) => `El flujo de registros «${name}» no llega`,
    streamAbout: ({ time }) => `Desde ${time}. No se pierde nada: se envía en cuanto vuelva el receptor.`,
    newerSystems: ({ systems }) => `La guía aún no se ha revisado para ${systems}`,
    newerSystemsAbout: ({ count }) =>
      `${count === 1 ? 'Una visita' : `${count} visitas`} desde allí hasta ahora. Pruebe los pasos y cambie lo que allí se lea de otra forma.`,
    noEmergencyAccount: 'No hay ninguna cuenta de emergencia',
    noEmergencyAbout:
      'Si una regla sale mal, nadie podría entrar para arreglarla. Tenga una o dos, cada una con una clave de acceso.',
  },
  numbers: {
    title: 'Cómo va',
    lead: 'Los últimos 30 días.',
    people: 'Personas',
    share: 'Inicios de sesión con clave de acceso',
    ofSignIns: ({ count }) => `de ${count} inicios de sesión`,
    failures: 'Inicios de sesión fallidos',
    today: ({ count }) => `${count} hoy`,
    signIns: 'Inicios de sesión',
    passkeySignIns: 'Con clave de acceso',
    otherSignIns: 'De otra manera',
    peopleWithPasskey: 'Personas con clave de acceso',
    everybody: 'Todas',
  },
  chart: {
    table: 'Mostrar como tabla',
    picture: 'Mostrar como gráfico',
    day: 'Día',
  },
}
