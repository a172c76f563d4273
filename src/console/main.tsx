import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./client.ts";
import { Announcer } from "./parts/announcer.tsx";
import { router } from "./routes.tsx";
import { theme } from "./theme/theme.ts";
import "./theme/console.css";

/** The console as a whole, put into the page. */
export function renderConsole(place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Announcer>
            <RouterProvider router={router} />
          </Announcer>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

const place = document.getElementById("console");
if (place !== null) {
  renderConsole(place);
}
