import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Input, Stack, Text } from '@chakra-ui/react';
import { type FormEvent, useState } from 'react';
import { Faces } from '../../apollo/Faces.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import type { CategoriesQuery, CategoriesQueryVariables } from './CategoryPicker.generated.ts';
import type { Named } from './Choices.tsx';

export const CATEGORIES: TypedDocumentNode<CategoriesQuery, CategoriesQueryVariables> = gql`
  query Categories {
    categories {
      code
      name
      description
    }
  }
`;

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPick: (category: Named) => void;
  readonly focusAfter?: () => HTMLElement | null;
};

/** All categories, to be found by typing; Enter takes the first that fits. */
export function CategoryPicker({ onPick, ...sheet }: Props) {
  const pick = (category: Named) => {
    sheet.onClose();
    onPick(category);
  };
  return (
    <Sheet {...sheet}>
      <CategoryList onPick={pick} />
    </Sheet>
  );
}

function CategoryList({ onPick }: { onPick: (category: Named) => void }) {
  const query = useQuery(CATEGORIES, { fetchPolicy: 'cache-first' });
  const [typed, setTyped] = useState('');
  const fits = ({ name, description }: { name: string; description: string }) =>
    `${name} ${description}`.toLowerCase().includes(typed.trim().toLowerCase());
  return (
    <Faces query={query} skeleton={<TableSkeleton what="categories" />}>
      {({ categories }) => {
        const fitting = categories.filter(fits);
        const takeFirst = (event: FormEvent) => {
          event.preventDefault();
          if (fitting[0]) onPick(fitting[0]);
        };
        return (
          <Stack as="form" gap="3" onSubmit={takeFirst}>
            <Input
              type="search"
              aria-label="Search categories"
              placeholder="Search categories"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            {fitting.length === 0 && <Text color="fg.muted">No category matches.</Text>}
            <Stack gap="1">
              {fitting.map((category) => (
                <CategoryButton key={category.code} category={category} onPick={onPick} />
              ))}
            </Stack>
          </Stack>
        );
      }}
    </Faces>
  );
}

type ButtonProps = {
  readonly category: Named & { readonly description: string };
  readonly onPick: (category: Named) => void;
};

function CategoryButton({ category, onPick }: ButtonProps) {
  return (
    <Button
      type="button"
      variant="ghost"
      height="auto"
      py="2"
      justifyContent="start"
      textAlign="start"
      whiteSpace="normal"
      onClick={() => onPick({ code: category.code, name: category.name })}
    >
      <span>
        {category.name}
        <Text as="span" display="block" color="fg.muted" fontSize="xs" fontWeight="normal">
          {category.description}
        </Text>
      </span>
    </Button>
  );
}
