import type { Random } from '#world/random.ts'

const words = (text: string) => text.trim().split(/\s+/)

const FIRST = words(`
  Abigail Adele Aiden Alana Alejandro Amara Amir Andre Anika Anneliese Antonio Ariel Arjun Aubrey Austin Beatrice Ben
  Bianca Blake Brandon Bridget Caleb Camille Carlos Carmen Caroline Cecilia Chloe Clara Colin Cora Dahlia Damon Daniel
  Daphne Darius Delia Derek Desmond Diego Edith Elena Eli Eliza Emeka Emil Esther Ethan Farah Felix Fiona Frances
  Gabriel Georgia Grace Graham Greta Hana Harper Helen Henry Imani Ines Irene Isaac Ivy Jada Jamal Jasper Joanna Jonah
  Josephine Joy Julian Kai Karen Keisha Kenji Lamar Lara Laurel Leah Leo Lila Lorenzo Lucia Luther Mabel Malik Marcus
  Margot Marisol Maya Micah Mina Miriam Nadia Naomi Nathan Nina Noelle Nora Olive Omar Oscar Paige Patrick Paul Petra
  Priya Quentin Rafael Ramona Raymond Rosa Rowan Ruth Sadie Samir Sarah Silas Simone Sofia Stella Tamsin Tessa Theo
  Tobias Uma Valerie Vera Victor Violet Wendell Willa Xavier Yara Yusuf Zachary Zoe`)

const LAST = words(`
  Abernathy Acosta Alston Ambrose Ashby Baptiste Barlow Barnwell Bellamy Beckett Bishara Boykin Brandt Brightwell Bryce
  Calder Calloway Carraway Castellano Chandler Chisolm Coker Colleton Corbin Cortez Crosby Dabney Dantzler Delacroix
  Desai Devereux Drayton Duarte Dubose Easley Eberhart Ellery Fairchild Farrow Fenwick Fielding Fontaine Frampton Gadsden
  Gaillard Garrison Gethers Gilliard Glover Goodwin Grayson Grimball Hadley Hammond Harcourt Hargrove Hasell Heyward
  Hollis Horry Huger Ibarra Inglesby Ivers Jenkins Joyner Kapoor Kessler Kirkland Lachicotte Langley Lanier Laurens
  Legare Lockwood Lowndes Lydell Magwood Manigault Marchetti Marlowe Mazyck McAllister Mercer Middlebrook Milligan
  Moultrie Nakamura Navarro Nesbit Norwood Oakley Okafor Ogletree Osgood Palmer Parrish Pettigrew Pinckney Porcher Poyas
  Prioleau Quarles Quincy Rafferty Ravenel Renwick Rhett Rivers Rourke Rutledge Salazar Sandoval Satterfield Seabrooke
  Shackelford Simmonds Sinclair Smalls Stoney Sumter Talbot Tennant Thayer Trapier Trenholm Underhill Vanderhorst Vasquez
  Venning Waites Waring Washburn Wentworth Whaley Wigfall Wilder Winthrop Yarborough Yates Zeigler Zimmer`)

const NATURE = words(`
  Heron Egret Osprey Pelican Ibis Sandpiper Tern Plover Oyster Marsh Palmetto Magnolia Jasmine Myrtle Sweetgrass
  Wisteria Cypress Tupelo Juniper Dogwood Camellia Azalea Indigo Rice Cotton Tabby Lantern Harbor Anchor Compass
  Schooner Regatta Tidewater Saltgrass Driftwood Periwinkle Whelk Sand Sea Live Moss Fern Willow Cedar Longleaf Loblolly`)
const SECOND = words(`
  Point Landing Creek Hollow Bend Run Ridge Bluff Shore View Grove Hill Field Oak Pond Dock Haven Gate Cross Meadow`)
const KIND = words(`Lane Street Drive Court Road Way Avenue Circle Boulevard Trail Row Place`)

export const firstName = (random: Random) => random.pick(FIRST)
export const lastName = (random: Random) => random.pick(LAST)

/** An invented street; a town seems to have the same few dozen when the same generator is asked. */
export function streetName(random: Random): string {
  const second = random.chance(0.55) ? ` ${random.pick(SECOND)}` : ''
  return `${random.pick(NATURE)}${second} ${random.pick(KIND)}`
}

/** Numbers that nobody has: 555-0100 to 555-0199. */
export function phoneNumber(random: Random): string {
  return `(${random.pick(['843', '854'])}) 555-01${String(random.int(0, 99)).padStart(2, '0')}`
}

/** What a clerk typed who read the name off a screen. */
export const nameOf = ({ firstName, lastName }: Record<string, unknown>) =>
  `${firstName} ${lastName}`.replaceAll('\u0000', '')

/** "Ana-Sofia O’Neil" becomes "ana-sofia.oneil". */
export const mailName = (first: string, last: string) => `${first}.${last}`.toLowerCase().replaceAll(/[^a-z.-]/g, '')
