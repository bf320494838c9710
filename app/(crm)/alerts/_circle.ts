export type Circle = { latitude: number; longitude: number; miles: number }

const EARTH_RADIUS_MILES = 3958.7613
const POINTS = 64
const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI

/** The circle's edge as a closed ring of [longitude, latitude]. */
export function ringOf({ latitude, longitude, miles }: Circle): [number, number][] {
  const angle = Math.max(miles, 0.1) / EARTH_RADIUS_MILES
  const lat = radians(latitude)
  return Array.from({ length: POINTS + 1 }, (_, index): [number, number] => {
    const way = (2 * Math.PI * (index % POINTS)) / POINTS
    const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(way)
    const east = Math.atan2(Math.sin(way) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sine)
    return [longitude + degrees(east), degrees(Math.asin(sine))]
  })
}
