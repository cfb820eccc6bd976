import type { Body, Screen } from '../generated/screen';

/** What a body is drawn from: the middle of the screen, and the screen with its title. */
export interface BodyProps<Kind extends Body['kind']> {
  body: Extract<Body, { kind: Kind }>;
  screen: Screen;
}
