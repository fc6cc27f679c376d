export type CreateOrganizationInput = {
  baseCurrency: string;
  name: string;
};

export type CustomerInput = {
  address?: string | null | undefined;
  email?: string | null | undefined;
  name: string;
};

export type LogInInput = {
  email: string;
  password: string;
};

export type RegisterInput = {
  baseCurrency: string;
  email: string;
  name: string;
  organizationName: string;
  password: string;
};
