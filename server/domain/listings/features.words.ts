/** What people ask for beyond rooms, in the order in which they are offered; apart from any schema, so that a page can offer them without the parser. */
export const FEATURES = [
  ...['Pool', 'Waterfront', 'WaterView', 'OceanView', 'Dock', 'Garage', 'Fireplace', 'NewConstruction'],
  ...['SingleStory', 'PrimaryDownstairs', 'ScreenedPorch', 'FencedYard', 'GuestQuarters', 'Gated', 'Elevator'],
  'GolfCourse',
] as const
