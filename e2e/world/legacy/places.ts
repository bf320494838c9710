import type { OfficeName } from './documents.ts'

/** A zip code's part of a town: where it lies, how far it reaches, what a square foot costs there. */
export type Place = {
  town: string
  zip: string
  lat: number
  lng: number
  /** Miles along the coast and across it, from the centre; islands are long and narrow. */
  reach: [along: number, across: number]
  dollarsPerSqft: number
  /** How many homes come from here, relative to the others. */
  share: number
  office: OfficeName
  /** A home here stands on stilts more often than not. */
  beach?: true
  subdivisions: string[]
}

const inCharleston: Place[] = [
  ['Charleston', '29401', 32.7795, -79.9371, [0.6, 0.5], 840, 5, 'South of Broad|Harleston Village|Ansonborough'],
  ['Charleston', '29403', 32.797, -79.949, [0.8, 0.5], 560, 5, 'Wagener Terrace|Hampton Park Terrace|Cannonborough'],
  ['Charleston', '29407', 32.799, -79.996, [1.3, 1], 360, 6, 'Avondale|Byrnes Down|Ashley Forest'],
  ['Charleston', '29412', 32.718, -79.956, [1.8, 1.3], 400, 7, 'Riverland Terrace|Stiles Point|Lighthouse Point'],
  ['Charleston', '29414', 32.821, -80.056, [1.8, 1.3], 285, 7, "Shadowmoss|Carolina Bay|Bolton's Landing"],
  ['Charleston', '29492', 32.862, -79.908, [1.2, 0.9], 430, 5, 'Daniel Island Park|Smythe Park|Center Park'],
  ['North Charleston', '29405', 32.853, -79.976, [1.3, 1], 260, 5, 'Park Circle|Oak Terrace Preserve|Mixson'],
  ['North Charleston', '29406', 32.933, -80.022, [1.4, 1], 205, 4, 'Deer Park|Northwoods Estates|Elms of Charleston'],
  ['North Charleston', '29418', 32.889, -80.061, [1.3, 1], 190, 4, 'Whitehall|Archdale|Forest Hills'],
  ['North Charleston', '29420', 32.936, -80.103, [1.4, 1], 188, 4, 'Wescott Plantation|Indigo Fields|Cedar Grove'],
  ['Folly Beach', '29439', 32.66, -79.927, [1.6, 0.2], 720, 4, 'Sunset Point|Turn of River', true],
  ['Johns Island', '29455', 32.71, -80.055, [3, 2.2], 300, 8, 'Stonoview|Oakfield|Barberry Woods|Gift Plantation'],
  ['Kiawah Island', '29455', 32.608, -80.084, [2.4, 0.5], 900, 5, 'Turtle Point|Ocean Park|Egret Pintail', true],
  ['Seabrook Island', '29455', 32.585, -80.159, [1.1, 0.7], 470, 4, 'Salt Marsh|Bohicket Marina Village', true],
  ['Edisto Beach', '29438', 32.49, -80.318, [1.4, 0.3], 480, 3, 'Wyndham Ocean Ridge|Jeremy Cay', true],
  ['Hollywood', '29449', 32.738, -80.224, [2, 1.5], 300, 2, 'Royal Harbor|Stono Plantation'],
  ['Ravenel', '29470', 32.772, -80.239, [2, 1.5], 250, 2, 'Poplar Grove|Tea Farm'],
].map(placeIn('Charleston'))

const inMountPleasant: Place[] = [
  ['Mount Pleasant', '29464', 32.806, -79.864, [1.8, 1.3], 520, 10, "Old Village|I'On|Belle Hall|Hobcaw Point"],
  ['Mount Pleasant', '29466', 32.868, -79.79, [2.2, 1.6], 400, 11, 'Park West|Carolina Park|Dunes West|Hamlin'],
  ['Isle of Palms', '29451', 32.795, -79.765, [2.4, 0.3], 850, 5, 'Wild Dunes|Forest Trail|Seagrass', true],
  ["Sullivan's Island", '29482', 32.763, -79.837, [1.3, 0.2], 1100, 3, "Sullivan's Island", true],
  ['Awendaw', '29429', 33.037, -79.613, [2, 1.5], 330, 1, 'Romain Retreat|Paradise Island'],
  ['McClellanville', '29458', 33.089, -79.461, [1.2, 1], 310, 1, 'Jeremy Creek|River Wind'],
  ['Georgetown', '29440', 33.377, -79.294, [1.8, 1.3], 210, 3, 'Front Street|Maryville|DeBordieu'],
  ['Pawleys Island', '29585', 33.433, -79.122, [2, 0.8], 300, 3, 'Litchfield|Hagley|True Blue', true],
].map(placeIn('Mount Pleasant'))

const inSummerville: Place[] = [
  ['Summerville', '29483', 33.027, -80.173, [1.8, 1.5], 188, 9, 'Twin Oaks|Salisbury Acres|White Gables'],
  ['Summerville', '29485', 32.973, -80.182, [1.8, 1.5], 195, 8, 'Summers Corner|Legend Oaks|The Ponds'],
  ['Summerville', '29486', 33.06, -80.11, [1.8, 1.3], 202, 9, 'Nexton|Cane Bay|Carnes Crossroads'],
  ['Goose Creek', '29445', 33.003, -80.014, [2, 1.6], 186, 7, 'Crowfield|Brickhope|Liberty Hall'],
  ['Hanahan', '29410', 32.918, -80.022, [1, 0.9], 228, 3, 'Tanner Plantation|Otranto'],
  ['Ladson', '29456', 33.005, -80.105, [1.4, 1.2], 176, 4, "Hunter's Bend|College Park"],
  ['Moncks Corner', '29461', 33.196, -80.013, [2, 1.6], 184, 6, 'Foxbank|Fairmont South|Moss Grove'],
].map(placeIn('Summerville'))

const inBeaufort: Place[] = [
  ['Beaufort', '29902', 32.425, -80.681, [1.2, 1], 262, 5, 'The Point|Pigeon Point|Mossy Oaks'],
  ['Beaufort', '29906', 32.448, -80.752, [1.6, 1.2], 176, 4, 'Habersham|Burton Hill|Shadow Moss'],
  ['Beaufort', '29907', 32.444, -80.617, [1.8, 1.3], 268, 4, 'Newpoint|Royal Pines|Celadon'],
  ['Port Royal', '29935', 32.379, -80.692, [0.8, 0.7], 242, 3, 'Old Village|Ribaut Island'],
  ['Bluffton', '29910', 32.23, -80.87, [2.2, 1.8], 310, 9, 'Old Town|Palmetto Bluff|Hampton Lake|Rose Hill'],
  ['Okatie', '29909', 32.285, -80.925, [1.6, 1.4], 262, 4, 'Oldfield|Sun City|Lake Hartwell'],
  ['Hilton Head Island', '29926', 32.221, -80.728, [1.8, 1.2], 370, 6, 'Hilton Head Plantation|Indigo Run'],
  ['Hilton Head Island', '29928', 32.156, -80.75, [1.8, 1], 480, 6, 'Sea Pines|Palmetto Dunes|Shipyard', true],
  ['Fripp Island', '29920', 32.32, -80.478, [1.2, 0.3], 350, 2, 'Ocean Creek|Veranda Beach', true],
].map(placeIn('Beaufort'))

type Row = (string | number | boolean | number[])[]

function placeIn(office: OfficeName) {
  return ([town, zip, lat, lng, reach, dollarsPerSqft, share, names, beach]: Row): Place => {
    const [along, across] = Array.isArray(reach) ? reach : []
    return {
      town: String(town),
      zip: String(zip),
      lat: Number(lat),
      lng: Number(lng),
      reach: [along ?? 1, across ?? 1],
      dollarsPerSqft: Number(dollarsPerSqft),
      share: Number(share),
      office,
      ...(beach ? { beach: true as const } : {}),
      subdivisions: String(names).split('|'),
    }
  }
}

/** Real towns and zip codes of the South Carolina coast, from Georgetown to Hilton Head. */
export const PLACES: readonly Place[] = [...inCharleston, ...inMountPleasant, ...inSummerville, ...inBeaufort]
