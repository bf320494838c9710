/** How far back the picture of a contact's alerts goes. */
export const LANE_DAYS = 90
