import { Bone } from '../../../../_ui/bone.tsx'
import { Section } from '../../../../_ui/section.tsx'

const PARTS = [
  ['Where', 288],
  ['Price and size', 372],
  ['Home', 400],
] as const

/** The sections of the editor before their fields are here. */
export const WishSkeleton = () =>
  PARTS.map(([title, height]) => (
    <Section key={title} title={title}>
      <Bone height={height} />
    </Section>
  ))
