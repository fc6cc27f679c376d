import { Link } from '@chakra-ui/react';

/** The first stop of the Tab key: past the navigation, to the content. */
export function SkipLink() {
  return (
    <Link
      href="#content"
      position="fixed"
      top="-20"
      insetStart="4"
      zIndex="skipNav"
      layerStyle="panel"
      px="4"
      py="2"
      _focusVisible={{ top: '3' }}
    >
      Skip to content
    </Link>
  );
}
