/** Where centres are kept and asked about. */
export declare const centreRoutes: (
  | import("../../platform/act.ts").Act<
      {
        name: string;
        channels: ("counter" | "parcel")[];
        address: {
          line1: string;
          line2?: string;
          postcode: string;
          city: string;
        };
        country: string;
        place?: {
          latitude: number;
          longitude: number;
        };
        zone: string;
        regions: string[];
        models: string[];
        series: string[];
        hours: {
          monday?: {
            from: string;
            to: string;
          }[];
          tuesday?: {
            from: string;
            to: string;
          }[];
          wednesday?: {
            from: string;
            to: string;
          }[];
          thursday?: {
            from: string;
            to: string;
          }[];
          friday?: {
            from: string;
            to: string;
          }[];
          saturday?: {
            from: string;
            to: string;
          }[];
          sunday?: {
            from: string;
            to: string;
          }[];
        };
        exceptions: {
          on: string;
          name: string;
          openings: {
            from: string;
            to: string;
          }[];
        }[];
        benches: {
          no: number;
          name: string;
          models: string[];
          series: string[];
        }[];
        designations: {
          regions: string[];
          models: string[];
          priority: number;
        }[];
        slotMinutes: number;
        noticeMinutes: number;
        aheadDays: number;
        closed: boolean;
        version: number;
      } & {
        id: string;
      },
      {
        name: string;
        channels: ("counter" | "parcel")[];
        address: {
          line1: string;
          line2?: string;
          postcode: string;
          city: string;
        };
        country: string;
        place?: {
          latitude: number;
          longitude: number;
        };
        zone: string;
        regions: string[];
        models: string[];
        series: string[];
        hours: {
          monday?: {
            from: string;
            to: string;
          }[];
          tuesday?: {
            from: string;
            to: string;
          }[];
          wednesday?: {
            from: string;
            to: string;
          }[];
          thursday?: {
            from: string;
            to: string;
          }[];
          friday?: {
            from: string;
            to: string;
          }[];
          saturday?: {
            from: string;
            to: string;
          }[];
          sunday?: {
            from: string;
            to: string;
          }[];
        };
        exceptions: {
          on: string;
          name: string;
          openings: {
            from: string;
            to: string;
          }[];
        }[];
        benches: {
          no: number;
          name: string;
          models: string[];
          series: string[];
        }[];
        designations: {
          regions: string[];
          models: string[];
          priority: number;
        }[];
        slotMinutes: number;
        noticeMinutes: number;
        aheadDays: number;
        id: string;
        closedAt?: string;
        version: number;
      }
    >
  | import("../../platform/act.ts").Read<
      object & {
        id: string;
      },
      {
        name: string;
        channels: ("counter" | "parcel")[];
        address: {
          line1: string;
          line2?: string;
          postcode: string;
          city: string;
        };
        country: string;
        place?: {
          latitude: number;
          longitude: number;
        };
        zone: string;
        regions: string[];
        models: string[];
        series: string[];
        hours: {
          monday?: {
            from: string;
            to: string;
          }[];
          tuesday?: {
            from: string;
            to: string;
          }[];
          wednesday?: {
            from: string;
            to: string;
          }[];
          thursday?: {
            from: string;
            to: string;
          }[];
          friday?: {
            from: string;
            to: string;
          }[];
          saturday?: {
            from: string;
            to: string;
          }[];
          sunday?: {
            from: string;
            to: string;
          }[];
        };
        exceptions: {
          on: string;
          name: string;
          openings: {
            from: string;
            to: string;
          }[];
        }[];
        benches: {
          no: number;
          name: string;
          models: string[];
          series: string[];
        }[];
        designations: {
          regions: string[];
          models: string[];
          priority: number;
        }[];
        slotMinutes: number;
        noticeMinutes: number;
        aheadDays: number;
        id: string;
        closedAt?: string;
        version: number;
      }
    >
  | import("../../platform/act.ts").Read<
      {
        limit?: number;
        after?: string;
        region?: string;
        model?: string;
        channel?: "counter" | "parcel";
        country?: string;
        closed?: boolean;
      } & object,
      {
        data: {
          name: string;
          channels: ("counter" | "parcel")[];
          address: {
            line1: string;
            line2?: string;
            postcode: string;
            city: string;
          };
          country: string;
          place?: {
            latitude: number;
            longitude: number;
          };
          zone: string;
          regions: string[];
          models: string[];
          series: string[];
          hours: {
            monday?: {
              from: string;
              to: string;
            }[];
            tuesday?: {
              from: string;
              to: string;
            }[];
            wednesday?: {
              from: string;
              to: string;
            }[];
            thursday?: {
              from: string;
              to: string;
            }[];
            friday?: {
              from: string;
              to: string;
            }[];
            saturday?: {
              from: string;
              to: string;
            }[];
            sunday?: {
              from: string;
              to: string;
            }[];
          };
          exceptions: {
            on: string;
            name: string;
            openings: {
              from: string;
              to: string;
            }[];
          }[];
          benches: {
            no: number;
            name: string;
            models: string[];
            series: string[];
          }[];
          designations: {
            regions: string[];
            models: string[];
            priority: number;
          }[];
          slotMinutes: number;
          noticeMinutes: number;
          aheadDays: number;
          id: string;
          closedAt?: string;
          version: number;
          takes: boolean;
          why?: {
            code: "centre_closed" | "no_counter" | "no_parcels" | "other_model" | "other_region";
            says: string;
          };
        }[];
        nextCursor: string | null;
      }
    >
  | import("../../platform/act.ts").Read<
      {
        model?: string;
        from?: string;
        days?: number;
      } & {
        id: string;
      },
      {
        zone: string;
        slotMinutes: number;
        days: {
          on: string;
          name?: string;
          open: boolean;
          slots: {
            startsAt: string;
            endsAt: string;
            free: number;
          }[];
        }[];
      }
    >
)[];
