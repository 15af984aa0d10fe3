/** The domain of the simulated organisation: reserved, so that it is nobody's. */
export const simulatedDomain = 'simulated.example'
