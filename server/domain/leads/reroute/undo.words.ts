/** Why a lead that was given anew stays where it is when that is taken back. */
export type Kept =
  | { kind: 'answered' | 'again' | 'offered-before' | 'pond-gone' | 'moving' }
  | { kind: 'has-it' | 'touched' | 'replied' | 'gone'; name: string }

/** The same after the name of whoever wrote: "Nora Hall stays where she is: …". */
export function keptInWords(kept: Kept): string {
  switch (kept.kind) {
    case 'answered':
      return 'they have their answer'
    case 'again':
      return 'it was given anew once more'
    case 'offered-before':
      return 'nobody had it before, it was only held out'
    case 'pond-gone':
      return 'the pond in which it lay is gone'
    case 'moving':
      return 'it went on to somebody this moment'
    case 'has-it':
      return `${kept.name} has it now`
    case 'touched':
      return `${kept.name} has turned to them already`
    case 'replied':
      return `${kept.name} has answered the offer already`
    case 'gone':
      return `${kept.name}, who had it, no longer works here`
  }
}
