/** The firm's mark: a palm leaf in a circle. Takes the colour of the text around it. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
    <circle cx="16" cy="16" r="15" fill="currentColor" />
    <g stroke="var(--mark-leaf, #f6f2e9)" strokeWidth="1.9" strokeLinecap="round">
      <path d="M16 26.5V15.5" />
      <path d="M16 15.5C15.6 11.6 15.7 8.6 16 5.6 16.3 8.6 16.4 11.6 16 15.5Z" fill="var(--mark-leaf, #f6f2e9)" />
      <path d="M16 16C13.4 13.6 11.3 10.9 9.8 7.8" />
      <path d="M16 16C18.6 13.6 20.7 10.9 22.2 7.8" />
      <path d="M16 16.8C12.8 15.9 9.6 14.2 6.4 12" />
      <path d="M16 16.8C19.2 15.9 22.4 14.2 25.6 12" />
      <path d="M16 17.8C12.9 18.1 9.9 18 6.6 17.2" />
      <path d="M16 17.8C19.1 18.1 22.1 18 25.4 17.2" />
      <path d="M16 18.6C13.8 20 11.6 21 9.2 21.8" />
      <path d="M16 18.6C18.2 20 20.4 21 22.8 21.8" />
    </g>
  </svg>
)
