/** The portal of the demo. Apart from the seed: whoever only sends its leads has no environment of the app. */
export const DEMO_PORTAL = 'coastline-homes'
