// Apart from the words of the editor: the page of the rules shows these at once, and the editor loads on its own.
/** Lines that stand before all rules and can not be taken away; their ids stand where a rule's would. */
export const BUILT_IN_LINES = {
  relationship: {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Known clients',
    says: 'Whoever has an agent here goes to that agent, before all rules, as long as the agent works here.',
  },
  named: {
    id: '00000000-0000-4000-8000-000000000002',
    name: 'Named by the source',
    says: 'Where a trusted source names the agent, that agent has it.',
  },
} as const

/** A choice for all rules at once. */
export const SKIPS_BUSY = {
  label: 'Skip agents who are in an appointment',
  off: 'Ask agents who are in an appointment',
  says: 'Whoever is in an appointment is not asked for a lead that waits minutes. What is given without asking comes to them as ever.',
  offSays: 'Whoever is in an appointment is asked like everybody else, and may let it run out.',
} as const
