import { z } from 'zod';

/** An address of mail, as it is kept: without spaces around it, in lower case. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A password as typed. Whether it is good enough is for `demandStrongPassword`, so that the refusal says why. */
export const typedPassword = z.string().min(1).max(1000);

/** What a person or an organisation is called. */
const name = z.string().trim().min(1).max(120);

/** A token as `clock.newToken` makes them: 256 bits, base64url. Anything else is refused as a link that is not there. */
const token = z.string().max(200);

export const personas = ['overwhelmed', 'colleague', 'manager', 'administrator'] as const;
export type Persona = (typeof personas)[number];

export const signInInput = z.object({ email: emailAddress, password: typedPassword });
export const linkInput = z.object({ token });
export const acceptLinkInput = z.object({ token, password: typedPassword });
export const requestResetInput = z.object({ email: emailAddress });
export const changePasswordInput = z.object({ currentPassword: typedPassword, newPassword: typedPassword });
export const demoSignInInput = z.object({ persona: z.enum(personas) });
/** Without a password where people sign in by the identity provider alone. */
export const startOwnInput = z.object({
  organisationName: name,
  name,
  email: emailAddress,
  password: typedPassword.optional(),
});
